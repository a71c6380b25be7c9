import { must } from '../base/assert.ts';
import { inLight, plate, type PlateWords } from '../chart/export.ts';
import type { UpRiverPicture } from './up-river-picture.ts';

/** px; the shape of the picture on a screen of 1440. */
const size = { width: 1312, height: 474, scale: 1 };
/** Frames in which a picture on the page is surely drawn. */
const patience = 60;

/** The river as a file: its picture is put on the page once more, at a size of its own, and drawn. */
export const riverFile = (picture: UpRiverPicture, words: PlateWords): Promise<string> =>
  inLight(async (place) => {
    Object.assign(picture.style, { width: `${size.width}px`, height: `${size.height}px` });
    place.append(picture);
    await picture.updateComplete;
    const layer = (name: string): SVGSVGElement =>
      must(picture.renderRoot.querySelector<SVGSVGElement>(name) ?? undefined, name);
    // It is drawn when it has been measured.
    for (let frame = 0; frame < patience && layer('.front').childElementCount === 0; frame++)
      await new Promise(requestAnimationFrame);
    return plate(place, [layer('.water'), layer('.front')], size, words);
  });

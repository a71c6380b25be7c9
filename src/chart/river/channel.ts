import { ages, type Frame } from './frame.ts';
import { profile, spaced, type Step } from './profile.ts';
import type { Body } from './body.ts';
import type { RiverState } from './data.ts';

/** The river itself, from birth to 43. Lanes of a stage share their x, and one's bottom is the next one's top. */
export interface Channel {
  readonly preschool: Body;
  readonly school: Body;
  readonly schoolRisk: Body;
  readonly upper: Body;
  readonly upperRisk: Body;
  readonly established: Body;
  /** y of the cross-section at 20, from the top: each flow of those who leave school, in order. */
  readonly leaving: {
    readonly top: number;
    readonly work: number;
    readonly nothing: number;
    readonly riskWork: number;
    readonly end: number;
  };
}

/** Where flows join and leave the adult stage: x in px. */
export interface Mouths {
  /** Where the stream from the young rises, and where it joins. */
  readonly youngUp: number;
  readonly youngToWork: number;
  /** Where the newcomers' two streams rise side by side over the bridge, and where they join. */
  readonly bridge: number;
  readonly newcomers: number;
  readonly workToOutside: number;
  readonly recovered: number;
  readonly ownWay: number;
}

/** px between points of an edge: straight pieces of this length look like a curve. */
const fine = 6;

export function channelOf({ stocks: s, flows: f }: RiverState, frame: Frame, mouths: Mouths): Channel {
  const { x, sy, perPerson } = frame;
  const thickness = (
    from: number,
    to: number,
    people: number,
    first: number,
    last: number,
    ramp: number,
    steps: readonly Step[] = [],
  ) =>
    profile({
      xs: spaced(x(from), x(to), fine),
      from: first * sy,
      to: last * sy,
      area: people * perPerson,
      ramp,
      steps,
    });

  const startSchool = f.startSchool + f.startSchoolRisk;
  const toUpper = f.toUpper + f.toUpperRisk + f.toUpperHelped;
  const leaveUpper = f.leaveToWork + f.leaveToNothing;
  const leaveRisk = f.leaveRiskToWork + f.leaveRiskToNothing;

  const child = thickness(ages.birth, ages.school, s.preschool, f.births, startSchool, 1);
  const pupil = thickness(
    ages.school,
    ages.upper,
    s.school + s.schoolRisk,
    startSchool + f.pupils + f.pupilsRisk,
    toUpper,
    1,
  );
  const pupilRisk = thickness(ages.school, ages.upper, s.schoolRisk, 0, f.toUpperRisk, 0.16);
  const student = thickness(
    ages.upper,
    ages.leave,
    s.upper + s.upperRisk,
    toUpper,
    leaveUpper + leaveRisk,
    1,
  );
  const studentRisk = thickness(ages.upper, ages.leave, s.upperRisk, f.toUpperRisk, leaveRisk, 0.45);

  // The bed lies where it lies; it is the upper edge that rises where newcomers' children join at 6.
  const xsChild = spaced(x(ages.birth), x(ages.school), fine);
  const xsPupil = spaced(x(ages.school), x(ages.upper), fine);
  const xsStudent = spaced(x(ages.upper), x(ages.leave), fine);
  const surface = surfaceOf(frame);
  const top = (xs: Float64Array) => xs.map(surface);
  const topPupil = top(xsPupil);
  const topStudent = top(xsStudent);
  const bed = surface(x(ages.school)) + pupil[0]!;
  const bottomChild = xsChild.map((at) => bed + surface(at) - surface(x(ages.school)));
  const bottomPupil = plus(topPupil, pupil);
  const bottomStudent = plus(topStudent, student);

  const adultXs = spaced(x(ages.adult), x(ages.end), fine);
  const join = (at: number, people: number, over = frame.kx * 0.8): Step => ({ at, by: people * sy, over });
  const adult = thickness(
    ages.adult,
    ages.end,
    s.established,
    f.leaveToWork + f.leaveRiskToWork,
    f.ageEstablished,
    1,
    [
      join(mouths.youngToWork, f.youngToWork),
      join(mouths.newcomers, f.programmeToWork + f.gapToWork),
      join(mouths.workToOutside, -f.workToOutside, frame.kx * 1.6),
      join(mouths.recovered, f.settling, frame.kx * 1.6),
      join(mouths.ownWay, f.ownWayRecent + f.ownWayEntrenched, frame.kx * 1.6),
    ],
  );

  const at20 = topStudent[topStudent.length - 1]!;
  return {
    preschool: { xs: xsChild, top: minus(bottomChild, child), bottom: bottomChild },
    school: { xs: xsPupil, top: topPupil, bottom: minus(bottomPupil, pupilRisk) },
    schoolRisk: { xs: xsPupil, top: minus(bottomPupil, pupilRisk), bottom: bottomPupil },
    upper: { xs: xsStudent, top: topStudent, bottom: minus(bottomStudent, studentRisk) },
    upperRisk: { xs: xsStudent, top: minus(bottomStudent, studentRisk), bottom: bottomStudent },
    established: { xs: adultXs, top: top(adultXs), bottom: plus(top(adultXs), adult) },
    leaving: {
      top: at20,
      work: at20 + f.leaveToWork * sy,
      nothing: at20 + leaveUpper * sy,
      riskWork: at20 + (leaveUpper + f.leaveRiskToWork) * sy,
      end: at20 + (leaveUpper + leaveRisk) * sy,
    },
  };
}

/** The upper edge of the water: level but for one slow swell, so that it is read as water and thickness still is measured straight down. */
export function surfaceOf({ top, x, size }: Frame): (at: number) => number {
  const height = Math.min(4, size.height * 0.009);
  const [start, end] = [x(ages.birth), x(ages.end)];
  return (at) => top + height * Math.sin(((at - start) / (end - start)) * 2 * Math.PI * 1.25 + 0.6);
}

const plus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value + b[i]!);
const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]!);

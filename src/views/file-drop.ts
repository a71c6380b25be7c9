import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lets files be dropped anywhere on the page. What is no file, such as a text, is left to the browser. */
export class FileDrop implements ReactiveController {
  /** Files are held over the page. */
  over = false;
  readonly #host: ReactiveControllerHost;
  readonly #onFiles: (files: readonly File[]) => void;

  constructor(host: ReactiveControllerHost, onFiles: (files: readonly File[]) => void) {
    this.#host = host;
    this.#onFiles = onFiles;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('dragover', this.#onOver);
    window.addEventListener('dragleave', this.#onLeave);
    window.addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    window.removeEventListener('dragover', this.#onOver);
    window.removeEventListener('dragleave', this.#onLeave);
    window.removeEventListener('drop', this.#onDrop);
  }

  #show(over: boolean): void {
    if (this.over === over) return;
    this.over = over;
    this.#host.requestUpdate();
  }

  /** Without this the browser would leave the page for the file. */
  #onOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.#show(true);
  };

  #onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.#show(false);
  };

  #onDrop = (event: DragEvent): void => {
    this.#show(false);
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    this.#onFiles([...event.dataTransfer.files]);
  };
}

/** The files that stand beside a model: spreadsheets and data that its equations read. */
export interface DataFiles {
  /** A file's bytes by its path from the model's folder; undefined if it is not there. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Paths of files with data for variables that have no equation. */
  readonly dataPaths: readonly string[];
}

export const noFiles: DataFiles = { read: () => undefined, dataPaths: [] };

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The header contradicts its format. Reading past its end is a RangeError of `Buffer`. */
export class DamagedHeaderError extends Error {}

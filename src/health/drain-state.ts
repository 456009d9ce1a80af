import { Injectable } from '@nestjs/common';

/** Whether this process has been told to end. */
@Injectable()
export class DrainState {
  #draining = false;

  get isDraining(): boolean {
    return this.#draining;
  }

  begin(): void {
    this.#draining = true;
  }
}

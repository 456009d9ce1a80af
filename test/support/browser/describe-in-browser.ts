import { describe } from '@jest/globals';

/** The path of Chromium; empty when it cannot be had, and has been complained about. */
export const CHROMIUM = process.env.IRIS_TEST_CHROMIUM ?? '';

/** `describe`, where there is a browser. */
export const describeInBrowser = CHROMIUM === '' ? describe.skip : describe;

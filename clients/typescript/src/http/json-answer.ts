/** The JSON of a 200 of an operation. */
export type JsonAnswer<
  Operation extends { responses: { 200: { content: { 'application/json': unknown } } } },
> = Operation['responses'][200]['content']['application/json'];

import { ApiResponse } from '@nestjs/swagger';

/**
 * In the API description: an error that the route answers with, as `application/problem+json`.
 * @param description when, with the codes in backticks; schema and examples come from the catalogue of errors
 */
export function ApiProblem(status: number, description: string): MethodDecorator & ClassDecorator {
  return ApiResponse({ status, description });
}

import { ApiResponse } from '@nestjs/swagger';

/** In the API description: an error that the route answers with, as `application/problem+json`. */
export function ApiProblem(status: number, description: string): MethodDecorator & ClassDecorator {
  return ApiResponse({ status, description, ...PROBLEM_CONTENT });
}

export const PROBLEM_CONTENT = { content: { 'application/problem+json': { schema: { type: 'object' } } } };

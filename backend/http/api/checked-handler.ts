import type { RequestHandler, Response } from 'express';
import { type Input, inputOf } from '../description/input-of.ts';
import type { Operation } from '../description/operation.ts';

type Handle<Of extends Operation> = (input: Input<Of>, response: Response) => Promise<unknown>;

/** A handler that gets the input of its operation when it is valid. */
export function checked<const Of extends Operation>(operation: Of, handle: Handle<Of>): RequestHandler {
  return async (request, response) => {
    await handle(inputOf(operation, request), response);
  };
}

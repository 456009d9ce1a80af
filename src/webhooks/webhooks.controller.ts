import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type AuditOrigin, Origin } from '../audit/index.js';
import { RequireScopes } from '../auth/index.js';
import type { Principal } from '../common/context/index.js';
import { CurrentPrincipal } from '../common/http/index.js';
import type { Page } from '../common/paging/index.js';
import { DatabaseDocs } from '../database/index.js';
import {
  type DeliveryDetail,
  deliveryDetailSchema,
  deliveryIdSchema,
  deliveryPageSchema,
  type DeliveryQuery,
  deliveryQuerySchema,
  type DeliveryResponse,
  deliveryResponseSchema,
  endpointIdSchema,
  endpointPageSchema,
  type EndpointQuery,
  endpointQuerySchema,
  type EndpointResponse,
  type RotationRequest,
  rotationSchema,
  type SecretsResponse,
  secretsResponseSchema,
  type ShownSecret,
  shownSecretSchema,
} from './webhooks.schema.js';
import { WebhooksService } from './webhooks.service.js';

const UNKNOWN = { 404: 'No such delivery: `WEBHOOK_DELIVERY_NOT_FOUND`' };
const INVALID = { 422: 'Bad values: `VALIDATION_FAILED`, with `errors[].pointer`' };

/** One's own webhooks: the secret that signs them, and what has become of each. */
@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get('secret')
  @RequireScopes('documents:read')
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary: 'Which secrets sign your webhooks, without the secrets',
    response: secretsResponseSchema,
  })
  getWebhookSecret(@CurrentPrincipal() principal: Principal): Promise<SecretsResponse> {
    return this.webhooks.describeSecrets(principal);
  }

  @Post('secret/rotate')
  @RequireScopes('documents:process')
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary:
      'Make a new signing secret, which is shown in this answer only; the former one stays valid for a while',
    status: 201,
    body: rotationSchema,
    examples: [{ summary: 'The former secret is valid for an hour more', value: { overlap_seconds: 3600 } }],
    response: shownSecretSchema,
    refusals: INVALID,
  })
  rotateWebhookSecret(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: rotationSchema }) body: RotationRequest,
    @Origin() origin: AuditOrigin,
  ): Promise<ShownSecret> {
    return this.webhooks.rotateSecret(principal, body, origin);
  }

  @Get('deliveries')
  @RequireScopes('documents:read')
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary: 'Deliveries of your webhooks, the newest first',
    query: deliveryQuerySchema,
    response: deliveryPageSchema,
    refusals: INVALID,
  })
  listWebhookDeliveries(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: deliveryQuerySchema }) query: DeliveryQuery,
  ): Promise<Page<DeliveryResponse>> {
    return this.webhooks.list(principal, query);
  }

  @Get('deliveries/:id')
  @RequireScopes('documents:read')
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary: 'One delivery, with every attempt',
    params: { id: deliveryIdSchema },
    response: deliveryDetailSchema,
    refusals: UNKNOWN,
  })
  getWebhookDelivery(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
  ): Promise<DeliveryDetail> {
    return this.webhooks.get(principal, id);
  }

  @Post('deliveries/:id/replay')
  @HttpCode(202)
  @RequireScopes('documents:process')
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary: 'Deliver once more, now, with the same `webhook-id`; the retries begin anew',
    params: { id: deliveryIdSchema },
    status: 202,
    response: deliveryResponseSchema,
    refusals: { ...UNKNOWN, 409: 'The endpoint is disabled: `WEBHOOK_ENDPOINT_DISABLED`' },
  })
  replayWebhookDelivery(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
  ): Promise<DeliveryResponse> {
    return this.webhooks.replay(principal, id);
  }

  @Get('disabled')
  @RequireScopes('documents:read')
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary: 'Your endpoints that have answered 410, to which nothing is sent any more',
    query: endpointQuerySchema,
    response: endpointPageSchema,
    refusals: INVALID,
  })
  listDisabledWebhookEndpoints(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: endpointQuerySchema }) query: EndpointQuery,
  ): Promise<Page<EndpointResponse>> {
    return this.webhooks.listDisabled(principal, query);
  }

  @Delete('disabled/:id')
  @HttpCode(204)
  @RequireScopes('documents:process')
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary: 'Enable an endpoint again',
    params: { id: endpointIdSchema },
    status: 204,
    refusals: { 404: 'No such disabled endpoint: `WEBHOOK_ENDPOINT_NOT_FOUND`' },
  })
  enableWebhookEndpoint(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<void> {
    return this.webhooks.enable(principal, id);
  }
}

export type * from "#app/domain/payment/provider.ts";

ALTER TABLE "payment" ADD COLUMN "refund_failed_minor" bigint;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "refund_owed_minor" bigint;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "read_at" bigint;--> statement-breakpoint
ALTER TABLE "payment_operation" ADD COLUMN "sent_at" bigint;--> statement-breakpoint
ALTER TABLE "payment_operation" ADD COLUMN "sent_key" text;
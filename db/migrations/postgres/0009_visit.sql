DROP INDEX "payout_booking";--> statement-breakpoint
ALTER TABLE "payout" ADD COLUMN "extra_id" text;--> statement-breakpoint
CREATE UNIQUE INDEX "payout_extra" ON "payout" USING btree ("extra_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payout_booking" ON "payout" USING btree ("booking_id","kind") WHERE "payout"."kind" <> 'extra';
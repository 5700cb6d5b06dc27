ALTER TABLE "booking" ADD COLUMN "contact_email" text;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "listing_id" text;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "instant" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "answered_at" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "reminded_at" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "still_asked_at" bigint;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "copy_of" text;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "looks_secret" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "booking_contact_email" ON "booking" USING btree ("contact_email");--> statement-breakpoint
CREATE INDEX "booking_access" ON "booking" USING btree ("access_key_hash");
ALTER TABLE "booking" ADD COLUMN "first_held_at" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "code_wrong" text;
ALTER TABLE "booking" ADD COLUMN "hourly_minor" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "cap_minutes" integer;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "worked_minutes" integer;
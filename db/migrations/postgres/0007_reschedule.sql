CREATE TABLE "reschedule_proposal" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"proposed_by" text NOT NULL,
	"asks" text NOT NULL,
	"slots" jsonb NOT NULL,
	"state" text NOT NULL,
	"answer_by" bigint NOT NULL,
	"at" bigint NOT NULL,
	"answered_at" bigint,
	"chosen" bigint,
	"starts_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "late_move_bp" integer;--> statement-breakpoint
ALTER TABLE "reschedule_proposal" ADD CONSTRAINT "reschedule_proposal_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reschedule_proposal_open" ON "reschedule_proposal" USING btree ("booking_id") WHERE "reschedule_proposal"."state" = 'open';--> statement-breakpoint
CREATE INDEX "reschedule_proposal_booking" ON "reschedule_proposal" USING btree ("booking_id","at");--> statement-breakpoint
UPDATE "booking" SET "sequence" = CASE WHEN "state" IN ('abandoned', 'declined', 'lapsed', 'cancelled') THEN 2 WHEN "accepted_at" IS NOT NULL THEN 1 ELSE 0 END;

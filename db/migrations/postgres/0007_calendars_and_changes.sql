CREATE TABLE "calendar_busy" (
	"source_id" text NOT NULL,
	"calendar_id" text NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	CONSTRAINT "calendar_busy_source_id_from_at_pk" PRIMARY KEY("source_id","from_at")
);
--> statement-breakpoint
CREATE TABLE "calendar_conflict" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"calendar_id" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"raised_at" bigint NOT NULL,
	"dismissed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "calendar_feed" (
	"helper_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"token_hash" text,
	"changed_at" bigint NOT NULL,
	"last_read_at" bigint
);
--> statement-breakpoint
CREATE TABLE "calendar_rule" (
	"calendar_id" text PRIMARY KEY NOT NULL,
	"buffer_before_minutes" integer,
	"buffer_after_minutes" integer,
	"visits_per_day" integer,
	"visits_per_week" integer,
	"longest_day_minutes" integer,
	"lead_minutes" integer,
	"horizon_days" integer,
	"step_minutes" integer,
	"means" text,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_source" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"url" text,
	"etag" text,
	"last_modified" text,
	"digest" text,
	"state" text NOT NULL,
	"problem" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"notes" jsonb NOT NULL,
	"spans" integer DEFAULT 0 NOT NULL,
	"last_tried_at" bigint NOT NULL,
	"last_fetched_at" bigint NOT NULL,
	"next_at" bigint,
	"expanded_until" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holiday" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"from_date" text NOT NULL,
	"until_date" text NOT NULL
);
--> statement-breakpoint
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
ALTER TABLE "occupancy" ADD COLUMN "visit_from_at" bigint;--> statement-breakpoint
ALTER TABLE "occupancy" ADD COLUMN "visit_until_at" bigint;--> statement-breakpoint
ALTER TABLE "occupancy" ADD COLUMN "lat" double precision;--> statement-breakpoint
ALTER TABLE "occupancy" ADD COLUMN "lng" double precision;--> statement-breakpoint
ALTER TABLE "calendar_busy" ADD CONSTRAINT "calendar_busy_source_id_calendar_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."calendar_source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_conflict" ADD CONSTRAINT "calendar_conflict_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_helper_id_helper_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."helper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_source" ADD CONSTRAINT "calendar_source_calendar_id_helper_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."helper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reschedule_proposal" ADD CONSTRAINT "reschedule_proposal_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_busy_calendar" ON "calendar_busy" USING btree ("calendar_id","until_at");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_conflict_visit" ON "calendar_conflict" USING btree ("booking_id","starts_at");--> statement-breakpoint
CREATE INDEX "calendar_conflict_calendar" ON "calendar_conflict" USING btree ("calendar_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_token" ON "calendar_feed" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "calendar_source_calendar" ON "calendar_source" USING btree ("calendar_id");--> statement-breakpoint
CREATE INDEX "calendar_source_next" ON "calendar_source" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "holiday_calendar" ON "holiday" USING btree ("calendar_id","until_date");--> statement-breakpoint
CREATE UNIQUE INDEX "reschedule_proposal_open" ON "reschedule_proposal" USING btree ("booking_id") WHERE "reschedule_proposal"."state" = 'open';--> statement-breakpoint
CREATE INDEX "reschedule_proposal_booking" ON "reschedule_proposal" USING btree ("booking_id","at");--> statement-breakpoint
UPDATE "booking" SET "sequence" = CASE WHEN "state" IN ('abandoned', 'declined', 'lapsed', 'cancelled') THEN 2 WHEN "accepted_at" IS NOT NULL THEN 1 ELSE 0 END;

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
CREATE TABLE "holiday" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"from_date" text NOT NULL,
	"until_date" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "occupancy" ADD COLUMN "visit_from_at" bigint;--> statement-breakpoint
ALTER TABLE "occupancy" ADD COLUMN "visit_until_at" bigint;--> statement-breakpoint
ALTER TABLE "occupancy" ADD COLUMN "lat" double precision;--> statement-breakpoint
ALTER TABLE "occupancy" ADD COLUMN "lng" double precision;--> statement-breakpoint
CREATE INDEX "holiday_calendar" ON "holiday" USING btree ("calendar_id","until_date");
CREATE TABLE `calendar_rule` (
	`calendar_id` text PRIMARY KEY NOT NULL,
	`buffer_before_minutes` integer CONSTRAINT `calendar_rule_buffer_before_minutes_number` CHECK (typeof(`buffer_before_minutes`) in ('integer', 'null')),
	`buffer_after_minutes` integer CONSTRAINT `calendar_rule_buffer_after_minutes_number` CHECK (typeof(`buffer_after_minutes`) in ('integer', 'null')),
	`visits_per_day` integer CONSTRAINT `calendar_rule_visits_per_day_number` CHECK (typeof(`visits_per_day`) in ('integer', 'null')),
	`visits_per_week` integer CONSTRAINT `calendar_rule_visits_per_week_number` CHECK (typeof(`visits_per_week`) in ('integer', 'null')),
	`longest_day_minutes` integer CONSTRAINT `calendar_rule_longest_day_minutes_number` CHECK (typeof(`longest_day_minutes`) in ('integer', 'null')),
	`lead_minutes` integer CONSTRAINT `calendar_rule_lead_minutes_number` CHECK (typeof(`lead_minutes`) in ('integer', 'null')),
	`horizon_days` integer CONSTRAINT `calendar_rule_horizon_days_number` CHECK (typeof(`horizon_days`) in ('integer', 'null')),
	`step_minutes` integer CONSTRAINT `calendar_rule_step_minutes_number` CHECK (typeof(`step_minutes`) in ('integer', 'null')),
	`means` text,
	`updated_at` integer CONSTRAINT `calendar_rule_updated_at_number` CHECK (typeof(`updated_at`) in ('integer', 'null')) NOT NULL
);
--> statement-breakpoint
CREATE TABLE `holiday` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `holiday_calendar` ON `holiday` (`calendar_id`,`until_date`);--> statement-breakpoint
ALTER TABLE `occupancy` ADD `visit_from_at` integer CONSTRAINT `occupancy_visit_from_at_number` CHECK (typeof(`visit_from_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `occupancy` ADD `visit_until_at` integer CONSTRAINT `occupancy_visit_until_at_number` CHECK (typeof(`visit_until_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `occupancy` ADD `lat` real CONSTRAINT `occupancy_lat_number` CHECK (typeof(`lat`) in ('real', 'null'));--> statement-breakpoint
ALTER TABLE `occupancy` ADD `lng` real CONSTRAINT `occupancy_lng_number` CHECK (typeof(`lng`) in ('real', 'null'));
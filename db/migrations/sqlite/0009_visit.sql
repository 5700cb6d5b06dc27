DROP INDEX `payout_booking`;--> statement-breakpoint
ALTER TABLE `payout` ADD `extra_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `payout_extra` ON `payout` (`extra_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payout_booking` ON `payout` (`booking_id`,`kind`) WHERE "payout"."kind" <> 'extra';
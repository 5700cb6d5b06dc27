CREATE TRIGGER occupancy_overlap_insert BEFORE INSERT ON occupancy
WHEN NEW.until_at <= NEW.from_at OR EXISTS (
  SELECT 1 FROM occupancy o
  WHERE o.calendar_id = NEW.calendar_id AND o.id <> NEW.id AND o.from_at < NEW.until_at AND o.until_at > NEW.from_at
)
BEGIN SELECT RAISE(ABORT, 'occupancy_overlap'); END;
--> statement-breakpoint
CREATE TRIGGER occupancy_overlap_update BEFORE UPDATE OF calendar_id, from_at, until_at ON occupancy
WHEN NEW.until_at <= NEW.from_at OR EXISTS (
  SELECT 1 FROM occupancy o
  WHERE o.calendar_id = NEW.calendar_id AND o.id <> NEW.id AND o.from_at < NEW.until_at AND o.until_at > NEW.from_at
)
BEGIN SELECT RAISE(ABORT, 'occupancy_overlap'); END;

// The maker's desk asks for what is due across all its devices.
CREATE INDEX serial_maintenance_due IF NOT EXISTS FOR (n:Serial) ON (n.maker, n.serviceDueOn);
CREATE INDEX serial_calibration_due IF NOT EXISTS FOR (n:Serial) ON (n.maker, n.calibrationDueOn);

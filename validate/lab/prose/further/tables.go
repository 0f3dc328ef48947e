package further

func tables() []Case { return nil }

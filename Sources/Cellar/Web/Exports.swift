// Rooms speak of methods, statuses and fields by the names of HTTPTypes without depending on it themselves.
@_exported public import HTTPTypes

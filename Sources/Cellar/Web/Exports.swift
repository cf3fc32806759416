// And of visitors and policies by those of Access: a table of routes cannot be read without them.
@_exported public import Access
// Rooms speak of methods, statuses and fields by the names of HTTPTypes without depending on it themselves.
@_exported public import HTTPTypes

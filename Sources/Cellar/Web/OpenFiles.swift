#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The number of files and connections that the machine lets this program have open.
enum OpenFiles {
    /// The machine allows too few.
    struct TooFew: Error, CustomStringConvertible {
        let wanted: Int
        let allowed: UInt64

        var description: String {
            "The machine allows \(allowed) open files, and \(wanted) are needed: raise `ulimit -n`, "
                + "or lower the number of connections."
        }
    }

    /// Makes sure of so many, raising the soft limit up to the hard one.
    static func reserve(_ wanted: Int) throws {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < UInt64(wanted) else { return }
        guard limit.rlim_max >= UInt64(wanted) else {
            throw TooFew(wanted: wanted, allowed: UInt64(limit.rlim_max))
        }
        limit.rlim_cur = limit.rlim_max
        _ = setrlimit(resource, &limit)
    }

    #if canImport(Glibc)
        private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let resource = RLIMIT_NOFILE
    #endif
}

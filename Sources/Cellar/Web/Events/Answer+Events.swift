internal import HTTPTypes
internal import ServiceLifecycle

extension Answer {
    /// A stream of events from a queue, until the queue closes, the reader leaves, or the server stops.
    ///
    /// The route needs `deadline: .never`. A silent stream says every `heartbeat` that it lives; a reader who is gone
    /// is noticed then at the latest.
    public static func events(from queue: EventQueue, heartbeat: Duration = .seconds(15)) -> Answer {
        let headers: HTTPFields = [
            .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store", .accelBuffering: "no",
        ]
        return Answer(
            headers: headers,
            body: .stream(length: nil) { writer in
                defer { queue.close() }
                // A comment at once, so that the head goes out and the reader knows that it is connected.
                try await writer.write(Event.heartbeat)
                await cancelWhenGracefulShutdown {
                    await send(from: queue, to: writer, heartbeat)
                }
            }
        )
    }

    /// Whichever ends first ends the other: no more events, or nobody to write to.
    private static func send(from queue: EventQueue, to writer: AnswerWriter, _ heartbeat: Duration) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await event in queue.events {
                    guard (try? await writer.write(event.bytes)) != nil else { return }
                }
            }
            group.addTask {
                while (try? await Task.sleep(for: heartbeat)) != nil {
                    guard (try? await writer.write(Event.heartbeat)) != nil else { return }
                }
            }
            await group.next()
            group.cancelAll()
        }
    }
}

import Access
import Database
import Dossiers
import Foyer
import Kernel
import Pages
import Web

// Looking through all answers once more, and sending them; `FormRoutes` has the routes.

extension CounterDesk {
    func checking(_ open: OpenForm, _ request: Request, _ caller: Caller) async throws -> Answer {
        let filled = try await filled(open, open.form.content.submission)
        let contact = try Contact(filled, known: open.form.content.applicant)
        return try await checkPage(open, filled, contact, request, caller)
    }

    /// Sends a form: once, however often it is asked.
    func send(_ open: OpenForm, _ request: Request, _ caller: Caller) async throws -> Answer {
        let pairs = try await frame.form(request, caller)
        let filled = try await filled(open, open.form.content.submission)
        let contact = try Contact(filled, known: open.form.content.applicant, pairs)
        guard filled.isComplete, contact.isRight else {
            return try await checkPage(open, filled, contact, request, caller)
        }
        let new = NewDossier(
            type: open.type,
            answers: filled.answers,
            fee: filled.fee?.total ?? .zero,
            applicant: contact.applicant,
            subject: open.applicant,
            channel: open.channel,
            received: open.intake?.received ?? surroundings.now(),
            takenInBy: open.intake == nil ? nil : open.form.subject,
            form: open.id
        )
        do {
            let registered = try await register.takeIn(new, by: caller.visitor, request: request.id)
            if open.intake == nil { try await move(open.id, to: registered.dossier) }
            return .see(open.receipt(registered.dossier))
        } catch let problem as Problem where problem.code == "sent" {
            // Pressed twice: the first one won, and the form leads to the same dossier.
            return .see(open.path("nakijken"))
        }
    }
}

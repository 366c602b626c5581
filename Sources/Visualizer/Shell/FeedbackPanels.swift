import Experiments
import Screen
import Session
import Training

/// What the panels show of a network that hears itself. Making them may take as long as an update of it.
protocol FeedbackPanels {
  /// Draws the panel's own picture; of panels that know no kinds, nothing.
  func draw(_ panel: Panel, into frame: inout Frame, in inside: Region)
}

extension LearningSession {
  /// What a panel is called where the network hears itself; nil for a feedforward one.
  func feedbackTitle(of panel: Panel) -> String? {
    let process = run.history.process
    return process.settler.map { title(of: panel, settling: $0) }
      ?? process.recurrent.map { _ in sequenceTitle(of: panel) }
  }

  private func title(of panel: Panel, settling settler: Settling) -> String {
    switch panel {
    case .network: [settler.panelTitle, momentName].filter { !$0.isEmpty }.joined(separator: " · ")
    case .map: if case .memory = settler.task { "patterns" } else { "puzzle" }
    case .loss: timeline == nil ? "energy" : "timeline"
    case .health: run.findings.capacity == nil ? "weights" : "capacity"
    case .arithmetic: "field"
    case .surface: "surface · \(scene.axes.words)"
    case .settings, .lesson: panel.title
    }
  }

  private func sequenceTitle(of panel: Panel) -> String {
    switch panel {
    case .network: ["unrolled in time", momentName].filter { !$0.isEmpty }.joined(separator: " · ")
    case .map: "sequence"
    case .loss: timeline == nil ? panel.title : "timeline"
    case .health: "gradient in time"
    case .arithmetic, .surface, .settings, .lesson: panel.title
    }
  }
}

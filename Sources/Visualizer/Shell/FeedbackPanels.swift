import Experiments
import Screen

/// What the panels show of a network that hears itself.
protocol FeedbackPanels {
  /// Draws the panel's own picture; of panels that know no kinds, nothing.
  func draw(_ panel: Panel, into frame: inout Frame, in inside: Region)
  /// What the panel is called.
  func title(of panel: Panel) -> String
}

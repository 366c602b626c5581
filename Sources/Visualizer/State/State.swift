import Experiments
import Plots
import Screen
import Training

/// All that the program knows. Changed by `reduce` alone, shown by `draw`.
public struct State: Sendable {
  /// The experiment on the screen; nil while only the gallery is there.
  public internal(set) var run: Run?
  public internal(set) var isRunning = false
  public internal(set) var granularity = Granularity.update
  /// Updates a second as the loop measured them.
  public internal(set) var pace: Double?

  public internal(set) var width: Int
  public internal(set) var height: Int
  /// The panels by the time since they had the focus; the first has it.
  public internal(set) var recency: [Panel] = [.network, .loss, .map, .settings, .surface, .arithmetic, .health]
  /// The panel that is shown alone, if one is.
  public internal(set) var zoomed: Panel?
  public internal(set) var selection: Selection?
  public internal(set) var selectedSetting = Setting.data
  public internal(set) var overlay: Overlay?
  public internal(set) var isLossLogarithmic = false
  /// The update whose values are read out of the loss curve.
  public internal(set) var lossCursor: Int?
  public internal(set) var surface = SurfaceView()
  public internal(set) var arithmetic = ArithmeticView()
  /// Whether the next change runs beside, as a twin, in place of changing the run.
  public internal(set) var asksWhatIf = false
  /// The lesson of the experiment, as far as the learner has come; nil where there is none.
  public internal(set) var lesson: Lesson?
  /// The travel through the history, while there is one.
  public internal(set) var timeline: Timeline?
  /// What was last said to the user, in the line of settings; a key press takes it away.
  public internal(set) var notice: Notice?

  /// What is said for as long as a divergence keeps the run from going on.
  var divergenceWords = ""
  /// Signals on their way through the diagram, and whether there are to be any.
  var animation: PulseAnimation?
  var hasMotion = true

  public internal(set) var theme: Theme
  /// The demos that can be opened.
  public let demos: [DemoSummary]

  public init(width: Int, height: Int, theme: Theme, demos: [DemoSummary]) {
    (self.width, self.height) = (width, height)
    self.theme = theme
    self.demos = demos
    overlay = .gallery(selected: 0)
  }

  /// The panel that keys move in.
  public var focus: Panel { recency[0] }

  /// The panels there are for the present experiment.
  public var panels: [Panel] { Panel.allCases.filter { $0 != .lesson || lesson != nil } }

  /// Where everything stands: a lesson that no panel shows gets a band of lines below the panels.
  public var layout: Layout {
    // Where one panel is all there is room for, it is what the lesson is about.
    let isSingle = Layout.kind(width: width, height: height) == .single
    let panels = isSingle ? panels.filter { $0 != .lesson } : panels
    let layout = Layout(width: width, height: height, panels: panels, recency: recency, zoomed: zoomed)
    guard lesson != nil, !layout.slots.contains(where: { $0.front == .lesson }) else { return layout }
    return Layout(
      width: width, height: height, panels: panels, recency: recency, zoomed: zoomed,
      band: rowsOfLessonBand(width: width, atMost: layout.middle.height / 3))
  }
}

/// A unit of the network, or one of its weights.
public struct Selection: Hashable, Sendable {
  /// 0 is the first layer with weights; −1 the inputs.
  public var layer: Int
  public var unit: Int
  /// The input whose weight is meant, if it is a weight; the number of inputs means the bias.
  public var input: Int?
}

/// What covers the panels.
public enum Overlay: Hashable, Sendable {
  case help(scrolled: Int)
  case gallery(selected: Int)
  case palette(typed: String, selected: Int)
  case entry(Setting, typed: String)
  /// A number for the selected weight or bias.
  case parameterEntry(typed: String)

  /// Whether keys are letters.
  var takesText: Bool {
    switch self {
    case .palette, .entry, .parameterEntry: true
    case .help, .gallery: false
    }
  }
}

/// Words to the user.
public struct Notice: Hashable, Sendable {
  public let text: String
  public let isWarning: Bool
}

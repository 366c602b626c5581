import Experiments
import NeuralNetwork
import Plots
import Screen
import Session
import Training

/// What the panels show of a Hopfield network.
struct SettlingPanels: FeedbackPanels {
  let settler: Settling
  let session: LearningSession
  /// Whether the state is shown as a picture, not as a network.
  let showsPicture: Bool
  let selection: Selection?
  /// The line of the sum that was scrolled to.
  let scroll: Int?
  let theme: Theme

  /// The unit that is selected, or the one that is updated next.
  var unit: Int { selection?.unit ?? settler.nextUnit ?? 0 }

  func draw(_ panel: Panel, into frame: inout Frame, in inside: Region) {
    switch panel {
    case .network: stateView.draw(into: &frame, in: inside)
    case .map: drawTask(into: &frame, in: inside)
    case .arithmetic: drawField(into: &frame, in: inside)
    case .health: drawWeights(into: &frame, in: inside)
    case .loss, .surface, .settings, .lesson: break
    }
  }

  var stateView: StateView {
    StateView(settler: settler, showsPicture: showsPicture, selection: selection?.unit, theme: theme)
  }

  private func drawTask(into frame: inout Frame, in region: Region) {
    let trials = session.run.findings.trials
    switch settler.task {
    case .memory(let memory):
      MemoryView(memory: memory, units: settler.state.units, trials: trials, theme: theme).draw(
        into: &frame, in: region)
    case .arrangement(let arrangement):
      PuzzleView(settler: settler, arrangement: arrangement, trials: trials, theme: theme)
        .draw(into: &frame, in: region)
    case .energy: break
    }
  }

  private func drawField(into frame: inout Frame, in region: Region) {
    let title = selection == nil ? "next: unit \(settler.name(of: unit))" : "unit \(settler.name(of: unit))"
    frame.write(title, in: region, style: theme.text.with(.bold), ellipsis: theme.glyphs.ellipsis)
    let body = region.split(above: 1).1
    var sheet = Sheet(theme: theme, width: body.width)
    FieldSheet(settler: settler, unit: unit, limit: max(4, body.height - 13)).write(into: &sheet)
    sheet.draw(into: &frame, in: body, from: max(0, min(scroll ?? 0, sheet.lines.count - body.height)))
  }

  private func drawWeights(into frame: inout Frame, in region: Region) {
    guard let curve = session.run.findings.capacity, case .memory(let memory) = settler.task else {
      return WeightMatrix(network: settler.network, theme: theme).draw(into: &frame, in: region)
    }
    CapacityView(curve: curve, load: memory.load, theme: theme).draw(into: &frame, in: region)
  }

  /// The unit that an arrow leads to.
  func moved(_ direction: Action.Direction) -> Selection {
    let (columns, count) = (settler.task.columns, settler.network.count)
    let present = unit
    guard selection != nil else { return Selection(layer: 0, unit: present) }
    let step =
      switch direction {
      case .left: present % columns > 0 ? -1 : 0
      case .right: present % columns < columns - 1 ? 1 : 0
      case .up, .down, .pageUp, .pageDown: direction.rows(page: 4) * columns
      case .home: -present
      case .end: count - 1 - present
      }
    let unit = present + step
    return Selection(layer: 0, unit: (0..<count).contains(unit) ? unit : present)
  }
}

extension SettlingPanels {
  /// What a state of the screen shows of a Hopfield network; nil for any other.
  init?(_ state: State) {
    guard let session = state.session, let settler = session.run.history.process.settler else { return nil }
    self.init(
      settler: settler, session: session, showsPicture: state.network.showsMaps, selection: state.selection,
      scroll: state.arithmetic.scroll, theme: state.theme)
  }
}

extension Settling {
  /// What the picture of its state is called.
  var panelTitle: String {
    guard case .arrangement(let arrangement) = task else { return "state" }
    switch arrangement.puzzle {
    case .rooks, .queens: return "board"
    case .colouring(let map, _): return map.rawValue
    }
  }

  /// The phase performed last, in words.
  var momentName: String {
    switch performed {
    case nil: clock == 0 ? "beginning" : "changed"
    case .unit(let place): "unit \(name(of: order[place]))"
    case .all: "all units at once"
    case .sweep: "sweep \(sweeps) is over"
    }
  }
}

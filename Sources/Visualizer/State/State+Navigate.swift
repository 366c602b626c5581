import Experiments
import NeuralNetwork
import Screen
import Training

extension State {
  /// Moves, opens and closes: in the overlay, if there is one, else in the focused panel.
  mutating func navigate(_ action: Action) -> [Effect] {
    switch action {
    case .help: overlay = overlay.isHelp ? nil : .help(scrolled: 0)
    case .palette: overlay = .palette(typed: "", selected: 0)
    case .gallery: overlay = .gallery(selected: 0)
    case .escape: escape()
    case .enter: return enter()
    case .move(let direction): move(direction)
    case .pick(let index): return pick(index)
    default: break
    }
    return []
  }

  /// One step back: out of an overlay, a zoom, a selection.
  private mutating func escape() {
    if overlay != nil {
      if run != nil { overlay = nil }
    } else if timeline != nil {
      leaveTimeline()
    } else if zoomed != nil {
      zoomed = nil
    } else if selection?.input != nil {
      selection?.input = nil
    } else {
      selection = nil
      lossCursor = nil
      surface.cursor = nil
    }
  }

  private mutating func enter() -> [Effect] {
    switch overlay {
    case .gallery(let selected): return pick(selected)
    case .palette(let typed, let selected):
      overlay = nil
      let found = Command.matching(typed)
      return found.indices.contains(selected) ? reduce(found[selected].action) : []
    case .help: overlay = nil
    case .entry(let setting, let typed): commit(typed, to: setting)
    case .parameterEntry(let typed):
      overlay = nil
      if !typed.isEmpty { setSelectedParameter(typed) }
    case nil where timeline != nil: chooseInTimeline()
    case nil where focus == .arithmetic && selectedParameter != nil: overlay = .parameterEntry(typed: "")
    case nil where focus == .network && selection != nil: focus(on: .arithmetic)
    case nil where focus == .settings:
      if selectedSetting.takesText {
        overlay = .entry(selectedSetting, typed: "")
      } else {
        change(selectedSetting, by: 1)
      }
    case nil where focus == .surface && enterOnSurface(): break
    case nil where focus == .lesson && lesson?.awaitsChoice == true: choose(lesson!.visit.selected)
    case nil: toggleZoom()
    }
    return []
  }

  /// Opens a demo of the gallery.
  private mutating func pick(_ index: Int) -> [Effect] {
    guard case .gallery = overlay, demos.indices.contains(index) else { return [] }
    notice = Notice(text: "opening \(demos[index].title) …", isWarning: false)
    return [.open(source: demos[index].name)]
  }

  private mutating func move(_ direction: Action.Direction) {
    switch overlay {
    case .help(let scrolled): overlay = .help(scrolled: max(0, scrolled + direction.rows(page: height - 4)))
    case .gallery(let selected):
      overlay = .gallery(selected: max(0, min(demos.count - 1, selected + direction.rows(page: 10))))
    case .palette(let typed, let selected):
      let count = Command.matching(typed).count
      overlay = .palette(typed: typed, selected: max(0, min(count - 1, selected + direction.rows(page: 10))))
    case .entry, .parameterEntry: break
    case nil: moveInPanel(direction)
    }
  }

  private mutating func moveInPanel(_ direction: Action.Direction) {
    switch focus {
    case .loss where timeline != nil: moveInTimeline(direction)
    case .arithmetic: moveInArithmetic(direction)
    case .settings: moveInSettings(direction)
    case .surface: moveOnSurface(direction)
    case .loss: moveLossCursor(direction)
    case .lesson: moveInLesson(direction)
    default: moveSelection(direction)
    }
  }

  private mutating func moveInSettings(_ direction: Action.Direction) {
    switch direction {
    case .left: change(selectedSetting, by: -1)
    case .right: change(selectedSetting, by: 1)
    default:
      let all = Setting.allCases
      let index = all.firstIndex(of: selectedSetting)! + direction.rows(page: 5)
      selectedSetting = all[max(0, min(all.count - 1, index))]
    }
  }

  private mutating func moveLossCursor(_ direction: Action.Direction) {
    guard let run else { return }
    let last = run.history.branch.tip.updates
    let stride = max(1, last / 100)
    switch direction {
    case .left: lossCursor = max(0, (lossCursor ?? last) - stride)
    case .right: lossCursor = lossCursor.flatMap { $0 + stride > last ? nil : $0 + stride }
    case .home: lossCursor = 0
    case .end: lossCursor = nil
    default: break
    }
  }

  /// Moves the selected unit through the diagram: left and right by layer, up and down by unit.
  private mutating func moveSelection(_ direction: Action.Direction) {
    guard let layout = run?.trainer.network.layout else { return }
    guard var place = selection else {
      selection = Selection(layer: 0, unit: 0)
      return
    }
    switch direction {
    case .left: place.layer = max(-1, place.layer - 1)
    case .right: place.layer = min(layout.layers.count - 1, place.layer + 1)
    default: place.unit += direction.rows(page: 8)
    }
    place.unit = max(0, min(layout.sizes[place.layer + 1] - 1, place.unit))
    selection = Selection(layer: place.layer, unit: place.unit)
  }
}

extension State {
  /// A key while words are typed.
  mutating func type(_ press: KeyPress) -> [Effect] {
    switch press.key {
    case .escape: overlay = nil
    case .enter: return enter()
    case .up: move(.up)
    case .down: move(.down)
    case .backspace: edit { _ = $0.popLast() }
    case .character(let letter) where letter.value >= 32: edit { $0.unicodeScalars.append(letter) }
    default: break
    }
    return []
  }

  private mutating func edit(_ change: (inout String) -> Void) {
    switch overlay {
    case .palette(var typed, _):
      change(&typed)
      overlay = .palette(typed: typed, selected: 0)
    case .entry(let setting, var typed):
      change(&typed)
      overlay = .entry(setting, typed: typed)
    case .parameterEntry(var typed):
      change(&typed)
      overlay = .parameterEntry(typed: typed)
    default: break
    }
  }

  /// Sets a setting to a typed value, or says what it takes.
  private mutating func commit(_ typed: String, to setting: Setting) {
    overlay = nil
    guard let run, !typed.isEmpty else { return }
    do {
      let experiment = try setting.set(typed, in: run.experiment)
      try adopt(experiment, setting)
    } catch {
      warn(String(describing: error))
    }
  }
}

extension Overlay? {
  fileprivate var isHelp: Bool {
    if case .help = self { true } else { false }
  }
}

extension Action.Direction {
  /// How many rows down it leads.
  func rows(page: Int) -> Int {
    switch self {
    case .up: -1
    case .down: 1
    case .pageUp: -page
    case .pageDown: page
    case .home: -100_000
    case .end: 100_000
    case .left, .right: 0
    }
  }
}

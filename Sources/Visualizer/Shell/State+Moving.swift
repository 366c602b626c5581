import Experiments
import Screen
import Session

/// Where arrows and Enter go: to the overlay, if there is one, else to the focused panel.
extension State {
  mutating func move(_ direction: Action.Direction) {
    guard overlay == nil else {
      let inputs = run?.offeredInputs.count ?? 0
      let commands = if case .palette(let palette) = overlay { palette.found(in: self).count } else { 0 }
      overlay?.move(direction, demos: demos, inputs: inputs, commands: commands, page: height - 4)
      return
    }
    guard let session else { return }
    if room != nil { return moveInRoom(direction, session.run) }
    if [.network, .map, .health, .arithmetic].contains(focus), session.run.history.process.kind != .feedforward {
      return moveInFeedback(direction)
    }
    switch focus {
    case .map where map.turn(direction, in: session.run): break
    case .network, .map, .health: selection = NetworkPanel.moved(selection, direction, in: session.run)
    case .loss where session.timeline != nil: perform(.timeline(LossPanel.travel(direction)))
    case .loss: loss.moveCursor(direction, in: session.run)
    case .surface where surface.turn(direction, session.scene): break
    case .surface: perform(.surface(SurfacePanel.move(direction)))
    case .arithmetic: selection = arithmetic.move(direction, selection, in: session.run)
    case .settings:
      if let step = settings.move(direction, in: session.run.experiment) {
        dispatch(.change(settings.selected, by: step))
      }
    case .lesson: moveInLesson(direction)
    }
  }

  private mutating func moveInRoom(_ direction: Action.Direction, _ run: Run) {
    let columns = run.dataset.table?.columns.count ?? 0
    guard let change = room?.move(direction, columns: columns, page: height / 2) else { return }
    perform(.change(change))
  }

  /// Arrows go to another unit, or through time; in the arithmetic pages scroll, and arrows go through a unit's weights.
  private mutating func moveInFeedback(_ direction: Action.Direction) {
    if focus == .arithmetic, direction == .pageUp || direction == .pageDown {
      arithmetic.scroll = max(0, (arithmetic.scroll ?? 0) + direction.rows(page: 8))
    } else if let settling = SettlingPanels(self) {
      selection = settling.moved(direction)
    } else if let trainer = run?.history.process.recurrent {
      selection =
        focus == .arithmetic
        ? network.sequence.moveInWeights(direction, selection, in: trainer)
        : network.sequence.move(direction, selection, in: trainer)
    }
  }

  /// Arrows move between the choices while there are any to make, else through the text.
  private mutating func moveInLesson(_ direction: Action.Direction) {
    let rows = direction.rows(page: 4)
    if session?.lesson?.awaitsChoice == true, abs(rows) == 1 { return perform(.lesson(.select(by: rows))) }
    guard let text = lessonView?.text(in: layout) else { return }
    lesson.scrolled = max(0, min(text.page.lines.count - text.region.height, text.first + rows))
  }

  mutating func enter() {
    if let overlay { return enter(overlay) }
    if room != nil { return perform(.train) }
    guard let session else { return }
    if session.timeline != nil { return perform(.timeline(.choose)) }
    if let target = Pick.Target(selectedOn: self), focus != .loss, focus != .surface, focus != .settings {
      return perform(.lesson(.pick(target)))
    }
    switch focus {
    case .arithmetic where selectedParameter != nil: overlay = .entry(Entry(.parameter))
    case .network where selection != nil && session.run.history.process.settler != nil: dispatch(.flipUnit)
    case .network where selection != nil: focus(on: .arithmetic)
    case .settings:
      if settings.selected.takesText {
        overlay = .entry(Entry(.setting(settings.selected)))
      } else {
        dispatch(.change(settings.selected, by: 1))
      }
    case .surface where session.scene.fog != nil || session.scene.cursor != nil: perform(.surface(.enter))
    case .map where session.lesson == nil && Sketch(for: session.run) != nil: dispatch(.sketch)
    case .lesson where session.lesson?.awaitsNumber == true: overlay = .entry(Entry(.answer))
    case .lesson where session.lesson?.awaitsChoice == true:
      perform(.lesson(.choose(session.lesson!.visit.selected)))
    case .network, .loss, .map, .surface, .arithmetic, .health, .lesson:
      if session.lesson != nil { perform(.lesson(.forward)) } else { toggleZoom() }
    }
  }

  private mutating func enter(_ overlay: Overlay) {
    switch overlay {
    case .help(let help) where !help.terms.isEmpty: self.overlay = .glossary(GlossaryPage(at: help.terms.last))
    case .help, .verdict: self.overlay = nil
    case .glossary(let page): open(demo: page.chosen?.lesson)
    case .sketch: self.overlay?.edit { $0 = " " }
    case .inputs(let switches):
      if let run, let feature = switches.feature(of: run) { perform(.toggleInput(feature)) }
    case .gallery(let gallery): open(demo: gallery.name(at: gallery.selected, in: demos))
    case .palette(let palette):
      self.overlay = nil
      if let command = palette.chosen(of: palette.found(in: self)) {
        hand.note(command)
        dispatch(command.action)
      }
    case .entry(let entry):
      self.overlay = nil
      if !entry.typed.isEmpty { take(entry) }
    }
  }

  /// Asks for a demo, or for a lesson, to be read and opened.
  mutating func open(demo name: String?) {
    guard let name else { return }
    tell("opening \(demos.first { $0.name == name }?.title ?? name) …")
    effects.append(.open(source: name))
  }

  private mutating func take(_ entry: Entry) {
    switch entry.subject {
    case .setting(let setting): perform(.set(setting, to: entry.typed))
    case .answer: perform(.lesson(.answer(entry.typed)))
    case .parameter:
      guard let index = selectedParameter else { return }
      guard let value = Float(entry.typed.filter { $0 != " " }), value.isFinite else {
        return warn("a weight is a number, not \"\(entry.typed)\"")
      }
      perform(.setParameter(index: index, to: value))
    }
  }

  /// A key while words are typed.
  mutating func type(_ press: KeyPress) {
    switch press.key {
    case .escape: overlay = nil
    case .enter: enter()
    case .up: move(.up)
    case .down: move(.down)
    case .backspace: overlay?.edit { _ = $0.popLast() }
    case .character("u") where press.control: overlay?.edit { $0 = "" }
    case .character where press.control: break
    case .character(let letter) where letter.value >= 32: overlay?.edit { $0.unicodeScalars.append(letter) }
    case .character, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab, .delete, .insert, .function: break
    }
  }
}

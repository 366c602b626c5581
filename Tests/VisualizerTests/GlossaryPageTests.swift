import Experiments
import Plots
import Screen
import Testing

@testable import Session
@testable import Visualizer

/// The glossary on the screen, and the ways that lead to it.
struct GlossaryPageTests {
  private func screen(_ state: State) -> String {
    var frame = Frame(width: state.width, height: state.height)
    state.draw(into: &frame)
    return frame.text
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func everyEntryIsReadInFull(size: (Int, Int)) {
    var state = State.spiral(width: size.0, height: size.1)
    for term in Glossary.terms {
      state.perform(.glossary(term.name))
      let text = screen(state)
      for word in term.names + term.meaning.split(separator: " ").map(String.init) {
        for part in word.split(separator: " ") { #expect(text.contains(part), "\(term.name): \(part)\n\(text)") }
      }
      for part in (term.formula ?? "").split(separator: " ") { #expect(text.contains(part), "\(term.name): \(part)") }
      if let chapter = term.chapter { #expect(text.contains("lesson \(chapter)")) }
    }
  }

  @Test func typingFindsAndEscapeCloses() {
    var state = State.spiral(width: 80, height: 24)
    state.type(.letters("/synapse"))
    guard case .glossary(let page) = state.overlay else {
      Issue.record("no glossary")
      return
    }
    #expect(page.chosen?.name == "weight")
    #expect(screen(state).contains("glossary: synapse"))
    state.perform(.type(KeyPress(.escape)))
    #expect(state.overlay == nil)
  }

  @Test func thePaletteLeadsToIt() {
    var state = State.spiral(width: 80, height: 24)
    state.perform(.palette)
    state.type(.letters("dendrite"))
    #expect(screen(state).contains("what is it: dendrite (input)"))
    state.perform(.type(KeyPress(.enter)))
    guard case .glossary(let page) = state.overlay else {
      Issue.record("no glossary")
      return
    }
    #expect(page.chosen?.name == "input")
  }

  /// Help explains first what is selected, and Enter leads on to the glossary there.
  @Test func helpExplainsEverySetting() {
    var state = State.spiral(width: 120, height: 60)
    state.perform(.focus(.settings))
    for setting in SettingsPanel.settings(of: state.run!.experiment) {
      state.settings.selected = setting
      state.perform(.help)
      let term = Glossary.term(for: .setting(setting.key))!
      #expect(screen(state).contains(term.meaning.prefix(40)), "\(setting.key)")
      state.perform(.enter)
      guard case .glossary(let page) = state.overlay else {
        Issue.record("no glossary")
        return
      }
      #expect(page.chosen == SelectedTerms(state).terms.last)
      state.perform(.type(KeyPress(.escape)))
    }
  }

  @Test func aSelectedUnitWeightBiasAndPanelAreExplained() {
    var state = State.spiral(width: 120, height: 40)
    func terms() -> [String] { SelectedTerms(state).terms.map(\.name) }
    state.perform(.focus(.network))
    #expect(terms() == ["network"])
    state.selection = Selection(layer: 0, unit: 0)
    #expect(terms() == ["unit"])
    state.selection = Selection(layer: 0, unit: 0, input: 0)
    #expect(terms() == ["weight"])
    state.selection = Selection(layer: 0, unit: 0, input: 2)
    #expect(terms() == ["bias"])
    state.selection = Selection(layer: -1, unit: 0)
    #expect(terms() == ["input"])
    for panel in Panel.allCases where panel != .settings && panel != .lesson {
      state.selection = nil
      state.perform(.focus(panel))
      #expect(terms() == [Glossary.term(for: .panel(panel))!.name])
    }
    state.perform(.focus(.settings))
    state.settings.selected = .optimizer
    #expect(terms() == ["optimizer", "sgd"])
  }

  @Test func enterOpensTheLesson() {
    var state = State.spiral(width: 80, height: 24)
    state.perform(.glossary("bias"))
    let effects = state.reduce(.type(KeyPress(.enter)))
    guard case .open(let source) = effects.first else {
      Issue.record("nothing was opened")
      return
    }
    #expect(source == "01-neuron")
  }

  @Test func aClickChoosesATerm() {
    var state = State.spiral(width: 80, height: 24)
    state.perform(.glossary("accuracy"))
    let rows = screen(state).split(separator: "\n", omittingEmptySubsequences: false)
    let row = rows.firstIndex { $0.contains(" adadelta ") }!
    let column = rows[row].distance(from: rows[row].startIndex, to: rows[row].firstRange(of: "adadelta")!.lowerBound)
    state.perform(.mouse(MouseEvent(.press, x: column, y: row)))
    guard case .glossary(let page) = state.overlay else {
      Issue.record("no glossary")
      return
    }
    #expect(page.chosen?.name == "adadelta")
  }

  /// Over the gallery it opens and closes as everything else does there.
  @Test func itOpensOverTheGallery() {
    var state = State(
      width: 80, height: 24, theme: Theme(name: .dark, depth: .palette, glyphs: .braille), demos: Demos.all)
    _ = state.reduce(.glossary(nil))
    #expect(screen(state).contains("glossary"))
    _ = state.reduce(.type(KeyPress(.escape)))
    #expect(state.overlay == .gallery(Gallery()))
  }

  @Test(arguments: [1, 12, 40, 63, 64, 80], [1, 3, 12, 24])
  func itSurvivesEverySize(width: Int, height: Int) {
    var state = State.spiral(width: width, height: height)
    state.perform(.glossary(nil))
    _ = screen(state)
    state.perform(.mouse(MouseEvent(.press, x: width / 2, y: height / 2)))
    state.type(.letters("zzz"))
    _ = screen(state)
  }
}

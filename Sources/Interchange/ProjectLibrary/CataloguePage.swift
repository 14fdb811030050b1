/// How the catalogue looks, and the script that filters it.
enum CataloguePage {
  static let style = """

    :root { color-scheme: light; --ink: #1d2b26; --faint: #55655e; --line: #cfd8d3; --leaf: #24583f; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 0 16px 32px; max-width: 1080px; background: #f3f6f4; color: var(--ink);
      font: 16px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
    header { padding: 20px 0 8px; } h1 { margin: 0; font-size: 26px; line-height: 1.3; }
    header p, footer p { margin: 4px 0; color: var(--faint); font-size: 14px; }
    form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: end;
      padding: 12px; background: #fff; border: 1px solid var(--line); border-radius: 8px; }
    form[hidden] { display: none; }
    label { display: grid; min-width: 0; font-size: 13px; color: var(--faint); } .wide { flex: 1 1 200px; }
    .tick { display: flex; gap: 6px; align-items: center; min-height: 36px; }
    input[type=search], select, button { font: inherit; color: var(--ink); min-height: 36px; padding: 4px 8px;
      max-width: 100%; border: 1px solid #8a9a92; border-radius: 6px; background: #fff; }
    select { width: 100%; min-width: 0; max-width: 220px; } input[type=checkbox] { width: 18px; height: 18px; }
    :focus-visible { outline: 3px solid #1a73c9; outline-offset: 1px; }
    #count { flex-basis: 100%; margin: 0; font-size: 14px; color: var(--leaf); }
    h2 { margin: 24px 0 8px; font-size: 18px; color: var(--leaf); break-after: avoid; }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr)); gap: 12px; }
    [hidden], section[hidden] { display: none; }
    article { padding: 12px 14px; background: #fff; border: 1px solid var(--line); border-radius: 8px;
      break-inside: avoid; }
    h3 { margin: 0 0 4px; font-size: 17px; } article p { margin: 0 0 8px; overflow-wrap: anywhere; }
    .mark { padding: 1px 6px; border: 1px solid var(--leaf); border-radius: 4px; color: var(--leaf);
      font-size: 12px; font-weight: 400; white-space: nowrap; }
    dl { margin: 0; font-size: 14px; } dl div { display: flex; gap: 8px; }
    dt { flex: 0 0 auto; min-width: 5em; color: var(--faint); } :lang(en) dt { min-width: 6.5em; } dd { margin: 0; overflow-wrap: anywhere; }
    #none { padding: 24px; text-align: center; }
    @media (max-width: 640px) { form { position: static; } label, select { flex: 1 1 140px; max-width: none; } }
    @page { size: A4 portrait; margin: 14mm 12mm; }
    @media print { body { max-width: none; padding: 0; background: none; font-size: 9.5pt; line-height: 1.45; }
      form { position: static; padding: 0 0 4px; border: 0; } form > :not(#count) { display: none; }
      h1 { font-size: 18pt; } h2 { margin: 10px 0 0; font-size: 12pt; } h3 { font-size: 10.5pt; }
      .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 3mm; }
      dl div { display: inline; margin-right: 1.2em; } dt, dd { display: inline; } dt { white-space: nowrap; } dt::after { content: ": "; }
      :lang(zh) dt::after { content: "："; }
      article { padding: 2mm 3mm; border-radius: 0; } dl { font-size: 8.5pt; } }

    """

  /// Plain script of any browser of the last ten years; a thousand projects are gone through at each key.
  static let script = """

    (function () {
      var form = document.getElementById("filters"), words = document.getElementById("words");
      var section = document.getElementById("section"), money = document.getElementById("money");
      var fit = document.getElementById("fit"), tech = document.getElementById("tech");
      var count = document.getElementById("count"), none = document.getElementById("none");
      function fold(text) { return text.normalize("NFKC").toLowerCase(); }
      var all = Array.prototype.map.call(document.querySelectorAll("article"), function (node) {
        var data = node.dataset;
        return { node: node, text: fold(node.textContent), section: data.section, tech: "tech" in data,
          low: data.low === "" ? NaN : Number(data.low), fit: data.fit ? data.fit.split(" ") : [] };
      });
      var groups = Array.prototype.slice.call(document.querySelectorAll("section[data-industry]"));
      function show() {
        var asked = fold(words.value).split(/\\s+/).filter(Boolean), shown = 0;
        all.forEach(function (one) {
          var fits = (!section.value || one.section === section.value)
            && (!money.value || one.low <= Number(money.value))
            && (!fit.value || one.fit.length === 0 || one.fit.indexOf(fit.value) >= 0)
            && (!tech.checked || one.tech)
            && asked.every(function (word) { return one.text.indexOf(word) >= 0; });
          one.node.hidden = !fits;
          if (fits) { shown += 1; }
        });
        groups.forEach(function (group) { group.hidden = !group.querySelector("article:not([hidden])"); });
        none.hidden = shown > 0;
        count.textContent = count.dataset.of.replace("#", shown).replace("@", all.length);
      }
      form.hidden = false;
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      form.addEventListener("input", show);
      form.addEventListener("change", show);
      form.addEventListener("reset", function () { setTimeout(show, 0); });
      show();
    })();

    """
}

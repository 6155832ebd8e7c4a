// Fields that suggest enterprises: htmx brings the list, the keys move in it. Without this script a field is a field.
(() => {
  const options = (list) => [...list.querySelectorAll("[role=option]")];

  function close(field, list) {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function point(field, list, step) {
    const all = options(list);
    const before = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
    const next = (before < 0 && step < 0 ? all.length : before) + step;
    all.forEach((one, place) => one.setAttribute("aria-selected", String(place === (next + all.length) % all.length)));
    const chosen = all[(next + all.length) % all.length];
    field.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  }

  function take(field, list, option) {
    if (field.dataset.suggest === "go") {
      location.assign(option.dataset.address);
      return;
    }
    field.value = option.dataset.value;
    close(field, list);
    field.focus();
  }

  function shown(field, list, status) {
    const all = options(list);
    all.forEach((one, place) => {
      one.id = `${list.id}-${place}`;
    });
    const box = list.querySelector("[role=listbox]");
    if (box) {
      box.id = `${list.id}-list`;
      field.setAttribute("aria-controls", box.id);
    }
    const typed = field.value.trim() !== "" && document.activeElement === field;
    list.hidden = !typed;
    field.setAttribute("aria-expanded", String(typed && all.length > 0));
    field.removeAttribute("aria-activedescendant");
    status.textContent = typed ? list.querySelector("[data-told]").dataset.told : "";
  }

  function pressed(event, field, list) {
    const open = !list.hidden && options(list).length > 0;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      point(field, list, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close(field, list);
    } else if (event.key === "Enter" && open) {
      const chosen = options(list).find((one) => one.getAttribute("aria-selected") === "true");
      if (chosen) {
        event.preventDefault();
        take(field, list, chosen);
      }
    }
  }

  function equip(field) {
    const list = document.getElementById(`suggested-${field.name}`);
    const status = document.getElementById(`told-${field.name}`);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("keydown", (event) => pressed(event, field, list));
    field.addEventListener("blur", () => close(field, list));
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) take(field, list, option);
    });
    list.addEventListener("htmx:afterSwap", () => shown(field, list, status));
  }

  document.querySelectorAll("[data-suggest]").forEach(equip);
})();

using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes.Panels;

/// <summary>Table.</summary>
internal sealed class TableShape : IPanelShape
{
    private static readonly IShape Cell = Object(
        ("type*", OneOf("auto", "color-text", "color-background", "gauge", "sparkline", "json-view", "data-links", "pill", "markdown")),
        ("mode", OneOf("basic", "gradient", "lcd")),
        ("valueDisplayMode", OneOf("color", "hidden", "text")),
        ("applyToRow", Flag),
        ("hideValue", Flag),
        ("dynamicHeight", Flag));

    public string Type => "table";

    public IShape Options { get; } = Object(
        ("cellHeight*", OneOf("auto", "sm", "md", "lg")),
        ("enablePagination", Flag),
        ("frameIndex", Integer),
        ("frozenColumns", Object(("left", Integer))),
        ("maxRowHeight", Integer),
        ("showHeader*", Flag),
        ("showTypeIcons", Flag),
        ("sortBy", List(Object(("displayName*", Text), ("desc", Flag)))));

    public ObjectShape Custom { get; } = CommonShapes.Hideable.And(Object(
        ("align", OneOf("auto", "left", "right", "center")),
        ("cellOptions", Cell),
        ("filterable", Flag),
        ("footer", Object(("reducers", Texts))),
        ("hideHeader", Flag),
        ("inspect", Flag),
        ("minWidth", Integer),
        ("styleField", Text),
        ("tooltip", Object(("field*", Text), ("placement", Text))),
        ("width", Integer),
        ("wrapHeaderText", Flag),
        ("wrapText", Flag)));
}

namespace Tidemark.Collector.Decode;

/// <summary>Counts the items of a request and enforces the limits of <see cref="DecodeOptions"/>.</summary>
internal sealed class DecodeBudget(DecodeOptions options)
{
    private int _items;
    private int _resources;
    private int _scopes;
    private int _metrics;
    private int _attributes;
    private int _events;
    private int _links;

    public void Reset() => _items = _resources = _scopes = _metrics = _attributes = _events = _links = 0;

    public void TakeItem() => Take(ref _items, options.MaxItems, "items");

    public void TakeResource() => Take(ref _resources, options.MaxResources, "resources");

    public void TakeScope() => Take(ref _scopes, options.MaxScopes, "scopes");

    public void TakeMetric() => Take(ref _metrics, options.MaxMetrics, "metrics");

    public void TakeAttribute() => Take(ref _attributes, options.MaxAttributes, "attributes");

    public void TakeEvent() => Take(ref _events, options.MaxEvents, "span events");

    public void TakeLink() => Take(ref _links, options.MaxLinks, "span links");

    private static void Take(ref int taken, int limit, string what)
    {
        if (++taken > limit) throw new TooManyItemsException(what, limit);
    }
}

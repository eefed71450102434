namespace Tidemark.Collector.Decode;

/// <summary>One data point as sent. Reused for the next one: a sink must not keep a reference.</summary>
internal sealed class MetricPointRecord(ResourceRecord resource, ScopeRecord scope, int attributeLimit)
{
    public ResourceRecord Resource { get; } = resource;

    public ScopeRecord Scope { get; } = scope;

    public ReadOnlyMemory<byte> Name { get; set; }

    public ReadOnlyMemory<byte> Unit { get; set; }

    public MetricKind Kind { get; set; }

    /// <summary>True for delta temporality; false for cumulative temporality and for kinds that have none.</summary>
    public bool IsDelta { get; set; }

    /// <summary>Sums only.</summary>
    public bool IsMonotonic { get; set; }

    /// <summary>Unix time in nanoseconds; 0 = not sent.</summary>
    public ulong StartNanos { get; set; }

    public ulong TimeNanos { get; set; }

    /// <summary>Value of a gauge or sum point; null for other kinds.</summary>
    public double? Value { get; set; }

    /// <summary>Count of a histogram or summary point; null for other kinds.</summary>
    public ulong? Count { get; set; }

    /// <summary>Sum of a histogram or summary point, if sent.</summary>
    public double? Sum { get; set; }

    /// <summary>Flag bit 0, <c>NO_RECORDED_VALUE</c>.</summary>
    public bool HasNoValue { get; set; }

    public AttributeList Attributes { get; } = new(attributeLimit);

    /// <summary>Clears everything.</summary>
    public void BeginMetric()
    {
        Name = default;
        Unit = default;
        BeginData(default);
    }

    /// <summary>Clears everything except name and unit.</summary>
    public void BeginData(MetricKind kind)
    {
        Kind = kind;
        IsDelta = false;
        IsMonotonic = false;
        BeginPoint();
    }

    /// <summary>Clears the point; name, unit, kind and temporality belong to the metric and stay.</summary>
    public void BeginPoint()
    {
        StartNanos = 0;
        TimeNanos = 0;
        Value = null;
        Count = null;
        Sum = null;
        HasNoValue = false;
        Attributes.Clear();
    }
}

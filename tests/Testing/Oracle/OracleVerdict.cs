namespace Tidemark.Testing.Oracle;

/// <summary>The result of a run. Everything after <see cref="Replayed"/> must be 0.</summary>
internal sealed record OracleVerdict
{
    /// <summary>Collectors and servers killed.</summary>
    public int Kills { get; init; }

    public int Issued { get; init; }

    public int Acknowledged { get; init; }

    public int Replayed { get; init; }

    /// <summary>Acknowledged, but not stored.</summary>
    public long Lost { get; init; }

    /// <summary>Issued and never acknowledged, even after the faults had ended.</summary>
    public long Stuck { get; init; }

    /// <summary>Stored, but never issued.</summary>
    public long Invented { get; init; }

    /// <summary>Stored more than once.</summary>
    public long Double { get; init; }

    /// <summary>Stored with other values than sent.</summary>
    public long Changed { get; init; }

    /// <summary>Examples of these, as issued and as stored.</summary>
    public string ChangedExamples { get; init; } = "";

    /// <summary>Difference of rollups, histograms, sessions, and users' and labels' totals from the operations.</summary>
    public long Drift { get; init; }

    /// <summary>Sessions whose created, failed and slow events are not exactly the expected ones.</summary>
    public long WrongEvents { get; init; }

    /// <summary>Rows of the ledger that do not add up, and their difference from the stored items.</summary>
    public long LedgerGap { get; init; }

    /// <summary>Collectors that accepted no new call at the end.</summary>
    public int Deaf { get; init; }

    /// <summary>Response that made a producer drop data; must be null.</summary>
    public string? Refusal { get; init; }

    public bool IsClean => Lost + Stuck + Invented + Double + Changed + Drift + WrongEvents + LedgerGap + Deaf == 0 && Refusal is null;

    /// <summary>The last line of the benchmark's output.</summary>
    public string Summary => $"kills={Kills} acked={Acknowledged} lost={Lost} double={Double} drift={Drift}";
}

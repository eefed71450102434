namespace Tidemark.Testing.Oracle;

/// <summary>What a run came to. Everything after <see cref="Replayed"/> must be 0.</summary>
internal sealed record OracleVerdict
{
    /// <summary>Collectors and servers killed.</summary>
    public int Kills { get; init; }

    public int Issued { get; init; }

    public int Acknowledged { get; init; }

    public int Replayed { get; init; }

    /// <summary>Acknowledged, but not stored.</summary>
    public long Lost { get; init; }

    /// <summary>Issued and never acknowledged, however often they were sent after the faults had ended.</summary>
    public long Stuck { get; init; }

    /// <summary>Stored, but never issued.</summary>
    public long Invented { get; init; }

    /// <summary>Stored more than once.</summary>
    public long Double { get; init; }

    /// <summary>Stored otherwise than sent.</summary>
    public long Changed { get; init; }

    /// <summary>Some of these, as they were issued and as they are stored; empty without any.</summary>
    public string ChangedExamples { get; init; } = "";

    /// <summary>By how much rollups, their histograms, the sessions and what users and labels pay for differ from the operations.</summary>
    public long Drift { get; init; }

    /// <summary>Sessions whose created, failed and slow events are not exactly the expected ones.</summary>
    public long WrongEvents { get; init; }

    /// <summary>Rows of the ledger that do not add up, and the difference of their sum from what is stored.</summary>
    public long LedgerGap { get; init; }

    /// <summary>Collectors that took no fresh call in the end.</summary>
    public int Deaf { get; init; }

    /// <summary>Answer that told a producer to give up data; null = none, as it must be.</summary>
    public string? Refusal { get; init; }

    public bool IsClean => Lost + Stuck + Invented + Double + Changed + Drift + WrongEvents + LedgerGap + Deaf == 0 && Refusal is null;

    /// <summary>The line that a bench ends with.</summary>
    public string Summary => $"kills={Kills} acked={Acknowledged} lost={Lost} double={Double} drift={Drift}";
}

namespace Tidemark.Collector.Store.Lanes;

/// <summary>How a transaction's statements find their rows.</summary>
internal interface ILaneSql
{
    /// <summary>Whether rows may be on several servers, and statements differ by where theirs are.</summary>
    bool IsDistributed { get; }

    /// <summary>The value of the column <c>slot</c>, or <c>shard</c> where nothing else determines it, of rows that a lane appends.</summary>
    short SlotOf(short lane);

    /// <summary>Whether the rows of a shard are where the transaction runs, so that they can be locked, copied and updated there.</summary>
    bool IsHere(short shard);

    /// <summary>A statement on such rows.</summary>
    string Here(string statement);

    /// <summary>A statement on any rows.</summary>
    string Anywhere(string statement);
}

namespace Tidemark.Testing.Faults;

/// <summary>What a <see cref="TcpProxy"/> does to the traffic.</summary>
internal enum ProxyFault
{
    None,

    /// <summary>Requests arrive, answers vanish: the client cannot know what became of its request.</summary>
    DropReplies,

    /// <summary>Whatever answers a COMMIT to PostgreSQL vanishes, and all that follows on that connection, for good.</summary>
    DropCommitReplies,

    /// <summary>
    /// Connections stay open and nothing passes, as behind a firewall that drops packets. One that had anything to say meanwhile is
    /// dead for good: the firewall has forgotten it.
    /// </summary>
    BlackHole,

    /// <summary>New connections are reset at once.</summary>
    Refuse,
}

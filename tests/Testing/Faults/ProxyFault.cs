namespace Tidemark.Testing.Faults;

/// <summary>Faults of a <see cref="TcpProxy"/>.</summary>
internal enum ProxyFault
{
    None,

    /// <summary>Requests arrive and responses are dropped: the client does not know the outcome.</summary>
    DropReplies,

    /// <summary>The response to a COMMIT in PostgreSQL's protocol is dropped, and everything that follows on the connection.</summary>
    DropCommitReplies,

    /// <summary>
    /// Connections stay open and no data passes, as behind a firewall that drops packets. A connection with traffic during the fault is
    /// dead afterwards, as after the firewall has dropped its state.
    /// </summary>
    BlackHole,

    /// <summary>New connections are reset immediately.</summary>
    Refuse,
}

namespace Tidemark.Testing.Faults;

/// <summary>What a <see cref="TcpProxy"/> does to the traffic.</summary>
internal enum ProxyFault
{
    None,

    /// <summary>Requests arrive, answers vanish: the client cannot know what became of its request.</summary>
    DropReplies,

    /// <summary>Connections stay open and nothing passes, as behind a firewall that drops packets.</summary>
    BlackHole,

    /// <summary>New connections are reset at once.</summary>
    Refuse,
}
